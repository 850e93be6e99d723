/**
 * How a package starts: {@link mien.launch.Launcher} opens the window or carries out a verb, with
 * the PyTorch library that lies in the package or the one that was chosen. From a clone {@code
 * ./studio} does the same.
 */
package mien.launch;
