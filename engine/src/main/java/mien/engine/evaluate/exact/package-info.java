/**
 * How exact the engine is: whether the same seed gives the same bytes again and with another number
 * of threads, and how far half types drift from float32, for each class of network.
 *
 * <p>Start with {@link mien.engine.evaluate.exact.Exactness}; {@link
 * mien.engine.evaluate.exact.Subjects} is the list of what is run.
 */
package mien.engine.evaluate.exact;
