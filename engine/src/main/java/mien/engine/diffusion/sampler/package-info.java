/**
 * The sampling algorithms, one file each; {@link mien.engine.diffusion.sampler.Samplers} is the
 * list users choose from. A new one is a file here and a line there.
 */
package mien.engine.diffusion.sampler;
