package mien.app.canvas.tool.pose;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mien.engine.picture.pose.Notation;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.Skeleton;

/** What a pose can be saved as. */
public enum PoseForm {
    OPENPOSE {
        @Override
        PoseFile file(Skeleton figure, int width, int height) {
            return PoseFile.openPose(List.of(figure), width, height);
        }
    },
    /** Without a neck. */
    COCO {
        @Override
        PoseFile file(Skeleton figure, int width, int height) {
            return PoseFile.coco(List.of(figure), width, height);
        }
    };

    /** What pose files end in. */
    public static final String ENDING = ".json";

    /** Whether a file may hold a pose. */
    public static boolean isNameOf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** Its name in texts: {@code pose.form.<id>}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A new file.
     *
     * @param width of the picture the figure stands in
     * @param height of it
     */
    abstract PoseFile file(Skeleton figure, int width, int height);

    static PoseForm of(Notation notation) {
        return notation == Notation.COCO_17 ? COCO : OPENPOSE;
    }
}
