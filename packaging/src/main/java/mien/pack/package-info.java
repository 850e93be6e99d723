/**
 * Makes the package: {@link mien.pack.ImageBuild} collects jars, native libraries, models and
 * notices, links a runtime and calls jpackage. It runs in the build and does not ship.
 */
package mien.pack;
