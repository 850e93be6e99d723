package mien.app.edit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import mien.app.job.Workshop;

/**
 * What the inspector needs besides the edit.
 *
 * @param workshop reads other pictures and makes small runs
 * @param picture asks the person for a picture
 * @param presets the folder presets are kept in; made when the first one is
 */
public record Means(Workshop workshop, Supplier<Optional<Path>> picture, Path presets) {}
