/**
 * The engine: everything that edits pictures, without a window. {@link mien.engine.Engine} is the
 * door, {@link mien.engine.Catalog} the list of editing systems; no other package names them all.
 *
 * <p>A picture's way: {@code Engine.open} → a spec → controls change it → {@code Engine.start} →
 * x̂₀ after x̂₀ → the result. {@code mien.engine.edit} holds the contract, one package below it
 * holds each system.
 */
package mien.engine;
