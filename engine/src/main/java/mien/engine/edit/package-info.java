/**
 * What every editing system of Mien has in common: an immutable {@link mien.engine.edit.EditSpec},
 * described {@link mien.engine.edit.Control}s and {@link mien.engine.edit.Handle}s that change it,
 * and a {@link mien.engine.edit.Run} through which its algorithm asks for weights, reports x̂₀ and
 * learns that it was cancelled.
 *
 * <p>Panels, command line, jobs and previews are built from these alone. Start with {@link
 * mien.engine.edit.EditSystem}.
 */
package mien.engine.edit;
