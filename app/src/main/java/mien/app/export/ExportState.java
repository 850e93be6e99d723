package mien.app.export;

import java.nio.file.Path;
import java.util.List;

/** How far an export is. */
public sealed interface ExportState {

    /** Nothing was asked for yet. */
    record Ready() implements ExportState {}

    /**
     * It is being written.
     *
     * @param share of the work that is done, 0 to 1
     */
    record Writing(double share) implements ExportState {}

    /**
     * It is there.
     *
     * @param files what was written, the picture first
     */
    record Done(List<Path> files) implements ExportState {}

    /** It could not be written; what was there before is still there. */
    record Failed(String sentence) implements ExportState {}

    /** It was stopped; what was there before is still there. */
    record Stopped() implements ExportState {}
}
