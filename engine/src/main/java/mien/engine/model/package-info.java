/**
 * The models that are installed: folders with a {@code pack.json} that says what the files are,
 * read strictly; and how published checkpoints become such folders.
 *
 * <p>Start with {@link mien.engine.model.ModelLibrary}; {@link mien.engine.model.ModelPack} is one
 * model, {@link mien.engine.model.PackWriter} makes one, {@link mien.engine.model.ModelImport}
 * takes in a file that {@link mien.engine.model.Inspected} recognised.
 */
package mien.engine.model;
