/**
 * Drawn people: portraits made from a seed, with every label exact, to train the demo networks on
 * and to measure edits against.
 *
 * <p>Start with {@link mien.engine.world.DrawnPeople}. An {@link mien.engine.world.Identity} says
 * who it is, a {@link mien.engine.world.Look} how that person is seen; {@code Scene} holds the
 * meshes that the pieces (head, hair, torso, glasses …) add, {@code SampleRaster} finds what every
 * sample sees, {@code Shading} colours it.
 */
package mien.engine.world;
