/**
 * One file per network. Constructors take {@link mien.engine.checkpoint.Weights} and name the
 * checkpoint's own keys; {@code forward} is the figure in the paper. Start with {@link
 * mien.engine.net.AdmUnet}.
 */
package mien.engine.net;
