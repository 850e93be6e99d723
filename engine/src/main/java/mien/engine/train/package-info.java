/**
 * Learning: the loop, its data, its losses, and what it leaves behind (packs, curves, sample
 * sheets). Start with {@link mien.engine.train.Trainer}; a recipe (JSON) says what is trained on
 * what for how long.
 */
package mien.engine.train;
