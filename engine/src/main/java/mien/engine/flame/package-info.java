/**
 * A head made of numbers: the FLAME model's forward pass, landmarks, normals, camera, crop, light
 * and albedo, in plain float arrays.
 *
 * <p>One {@link mien.engine.flame.FaceRig} is everything needed to draw a head from a {@link
 * mien.engine.flame.FlameCode}. Start with {@link mien.engine.flame.FlameModel#pose}. Vertices are
 * xyz triples in metres, x to the right of the picture, y up, z toward the viewer.
 */
package mien.engine.flame;
