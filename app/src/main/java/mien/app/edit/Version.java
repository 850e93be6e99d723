package mien.app.edit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import mien.app.history.KeptResult;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * One result that was made, and what made it.
 *
 * @param number counts the versions of a picture from 1; one made again keeps its number
 * @param branch the step of another run that it began with; empty: it began with noise
 * @param made when; empty: on another day
 * @param result shared with the history
 * @param finished whether nothing is left to be done to the result
 * @param thumbnail small, and finished
 * @param star the finished picture, if the person starred it
 */
public record Version<S>(
        int number,
        S spec,
        RunSettings settings,
        OptionalInt branch,
        Optional<Instant> made,
        KeptResult result,
        boolean finished,
        Picture thumbnail,
        Optional<Picture> star) {

    public boolean starred() {
        return star.isPresent();
    }

    /** Whether it is what comes out for a spec that is run so. */
    public boolean isOf(Object otherSpec, RunSettings otherSettings) {
        return spec.equals(otherSpec) && settings.equals(otherSettings);
    }

    Version<S> withStar(Optional<Picture> newStar) {
        return listed(number, newStar);
    }

    /** As it stands in a list: under its number there, with the star of what it replaces. */
    Version<S> listed(int newNumber, Optional<Picture> newStar) {
        return new Version<>(
                newNumber, spec, settings, branch, made, result, finished, thumbnail, newStar);
    }

    /** Whether it takes the place of another one. */
    boolean replaces(Version<S> older) {
        return isOf(older.spec, older.settings) && (branch.equals(older.branch) || older.finished);
    }
}
