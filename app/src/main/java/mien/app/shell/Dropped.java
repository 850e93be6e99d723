package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import mien.app.canvas.tool.pose.PoseForm;

/**
 * Files that were dropped on the window, by what is done with them.
 *
 * @param weights go to the library
 * @param poses go to the figure of what is edited
 * @param others pictures and documents, to open
 */
record Dropped(List<Path> weights, List<Path> poses, List<Path> others) {

    private static final List<String> WEIGHTS =
            List.of(".safetensors", ".pt", ".pth", ".ckpt", ".pkl", ".bin", ".npz", ".tar");

    static Dropped of(List<Path> files) {
        Predicate<Path> weights = Dropped::isWeights;
        Predicate<Path> poses = PoseForm::isNameOf;
        return new Dropped(
                those(files, weights),
                those(files, poses),
                those(files, weights.or(poses).negate()));
    }

    private static List<Path> those(List<Path> files, Predicate<Path> wanted) {
        return files.stream().filter(wanted).toList();
    }

    private static boolean isWeights(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return WEIGHTS.stream().anyMatch(name::endsWith);
    }
}
