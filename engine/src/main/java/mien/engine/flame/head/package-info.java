/**
 * The built-in head: a FLAME-structured model made by code, so that the rig works without the
 * artist's own FLAME file and the drawn people have a head whose every coefficient is known.
 *
 * <p>Start with {@link mien.engine.flame.head.BuiltinHead}; {@code HeadField} is the sculpture,
 * {@code HeadGrid} the mesh laid over it, {@code ShapeBasis} and {@code ExpressionBasis} what its
 * sliders do, {@code SkinPalette} what colours it.
 */
package mien.engine.flame.head;
