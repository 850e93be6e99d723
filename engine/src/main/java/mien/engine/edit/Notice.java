package mien.engine.edit;

/**
 * Something to know before a run, such as what a model cannot do.
 *
 * @param id for words in another language: the studio says {@code model-notice.<id>} where it has
 *     them
 * @param sentence what is to be known, one sentence
 */
public record Notice(String id, String sentence) {}
