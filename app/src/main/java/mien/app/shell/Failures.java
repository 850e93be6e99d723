package mien.app.shell;

import mien.app.text.Saying;
import mien.engine.edit.EditException;
import mien.engine.picture.PictureException;
import org.slf4j.LoggerFactory;

/** What went wrong, in a sentence for people. */
final class Failures {

    private Failures() {}

    /**
     * The engine's own sentence; a defect of Mien goes to the log and says so.
     *
     * @param key of what could not be done: "By an error in Mien the engine cannot start ({0}) …"
     */
    static Saying saying(Throwable e, String key) {
        if (e instanceof EditException || e instanceof PictureException) {
            return Saying.sentence(e.getMessage());
        }
        LoggerFactory.getLogger(Failures.class).error("{}", key, e);
        return Saying.of(key, e.toString());
    }
}
