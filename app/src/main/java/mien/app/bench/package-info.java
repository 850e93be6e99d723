/**
 * How fast the window answers, measured in a real window; {@link mien.app.bench.WindowBench} is run
 * by itself.
 */
package mien.app.bench;
