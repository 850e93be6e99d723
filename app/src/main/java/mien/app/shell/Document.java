package mien.app.shell;

import mien.engine.picture.Picture;

/**
 * The opened picture.
 *
 * @param name what it is called: its file name, or the name of a sample
 */
public record Document(String name, Picture picture) {}
