/**
 * How fast the engine is: each benchmark runs in a process of its own, warms up, and reports the
 * median, the 95th percentile and the peak of memory since it was loaded.
 *
 * <p>Start with {@link mien.engine.evaluate.bench.Benchmarks}, the list.
 */
package mien.engine.evaluate.bench;
