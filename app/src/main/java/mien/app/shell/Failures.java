package mien.app.shell;

import mien.engine.edit.EditException;
import mien.engine.picture.PictureException;
import org.slf4j.LoggerFactory;

/** What went wrong, in a sentence for people. */
final class Failures {

    private Failures() {}

    /**
     * The engine's own sentence; a defect of Mien goes to the log and says so.
     *
     * @param failed what could not be done, as {@code the engine cannot start}
     */
    static String sentence(Throwable e, String failed) {
        if (e instanceof EditException || e instanceof PictureException) {
            return e.getMessage();
        }
        LoggerFactory.getLogger(Failures.class).error("{}", failed, e);
        return "By an error in Mien %s (%s): the log has the details, please report it."
                .formatted(failed, e);
    }
}
