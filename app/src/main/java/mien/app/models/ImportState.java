package mien.app.models;

import java.util.Optional;
import mien.app.text.Saying;
import mien.engine.model.Finding;
import mien.engine.model.ModelPack;

/** How far the import of a file has come. */
public sealed interface ImportState {

    /** Its headers are read. */
    record Looking() implements ImportState {}

    /** It is known what it is, or that it is nothing known. */
    record Found(Finding finding) implements ImportState {}

    /** Every tensor's place, and some numbers, are checked. */
    record Checking() implements ImportState {}

    /**
     * It is copied.
     *
     * @param done bytes so far
     * @param all bytes of the whole
     */
    record Copying(long done, long all) implements ImportState {
        /** How much of it is done, 0 … 1. */
        public double part() {
            return all > 0 ? (double) done / all : 0;
        }
    }

    record Installed(ModelPack pack) implements ImportState {}

    /**
     * It cannot be.
     *
     * @param why it cannot be, and what to do
     * @param finding what it was found to be, if it came so far
     */
    record Failed(Saying why, Optional<Finding> finding) implements ImportState {}
}
