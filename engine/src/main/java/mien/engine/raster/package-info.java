/**
 * Triangles into pixels: which face covers which pixel, and the nine channels the relighting
 * network is steered by.
 *
 * <p>Start with {@link mien.engine.raster.BufferRenderer#render}; {@link
 * mien.engine.raster.Rasteriser} alone serves every mesh.
 */
package mien.engine.raster;
