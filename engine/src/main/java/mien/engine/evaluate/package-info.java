/**
 * How good the edits are: drawn people have a true answer to every edit, so each system is measured
 * against it, beside doing nothing, the naive tool and a perfect result.
 *
 * <p>Start with {@link mien.engine.evaluate.RelightEvaluation}. An {@link
 * mien.engine.evaluate.Editor} is what is judged; {@code bench} below measures how fast the engine
 * is, {@code machine} what it runs on.
 */
package mien.engine.evaluate;
