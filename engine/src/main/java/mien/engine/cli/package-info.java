/**
 * The command line: one class a verb. The only package that writes to the standard streams.
 *
 * <p>Start with {@link mien.engine.cli.Main}. Verbs that edit come from the {@code Catalog}: {@link
 * mien.engine.cli.ControlOptions} turns a system's controls and handles into options, so a further
 * system needs nothing here.
 */
package mien.engine.cli;
