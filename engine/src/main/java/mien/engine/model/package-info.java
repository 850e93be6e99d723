/**
 * The models that are installed: folders with a {@code pack.json} that says what the files are,
 * read strictly.
 *
 * <p>Start with {@link mien.engine.model.ModelLibrary}; {@link mien.engine.model.ModelPack} is one
 * model, {@link mien.engine.model.PackWriter} makes one.
 */
package mien.engine.model;
