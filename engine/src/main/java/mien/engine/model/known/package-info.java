/**
 * The published checkpoints of the five systems and of the networks that help them: where each is
 * found, under which license, and which tensors it holds. A file is recognised by the names and
 * shapes of its tensors alone, whatever it is called; no tensor is loaded for it.
 *
 * <p>Start with {@link mien.engine.model.known.KnownCheckpoints}; {@link
 * mien.engine.model.known.Identification} is the answer. The lists lie in the resources: one JSON
 * table a system, and one compressed list of names and shapes a network.
 */
package mien.engine.model.known;
