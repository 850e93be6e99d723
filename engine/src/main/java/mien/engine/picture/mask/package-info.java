/**
 * Masks and layouts to paint: immutable values in tiles that versions share, so that undo is the
 * previous value and costs what a stroke touched. Brushes, polygons and fills make new values;
 * growing, feathering and inverting stay parameters of an {@link
 * mien.engine.picture.mask.EditableMask}.
 *
 * <p>Start with {@link mien.engine.picture.mask.TiledMask} and {@link
 * mien.engine.picture.mask.Stroke}.
 */
package mien.engine.picture.mask;
