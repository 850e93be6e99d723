package mien.engine.job;

import ai.djl.engine.EngineException;
import java.util.Locale;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.EditException;
import mien.engine.edit.EditException.Reason;
import mien.engine.picture.PictureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, in one sentence for people; what only a developer can mend goes to the log as
 * well.
 */
final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static JobStatus.Failed of(Throwable e) {
        if (e instanceof EditException asked) {
            return new JobStatus.Failed(asked.getMessage(), asked.reason());
        }
        if (e instanceof CheckpointException
                || e instanceof PictureException
                || e instanceof IllegalArgumentException) {
            return new JobStatus.Failed(e.getMessage(), Reason.REQUEST);
        }
        LOG.error("a job failed", e);
        if (outOfMemory(e)) {
            return new JobStatus.Failed(
                    "There is not enough memory for this edit: close other programs, or use a smaller model.",
                    Reason.MACHINE);
        }
        return new JobStatus.Failed(
                "The edit failed by an error in Mien (%s): the log has the details, please report it."
                        .formatted(
                                e.getMessage() == null
                                        ? e.getClass().getSimpleName()
                                        : firstLine(e.getMessage())),
                Reason.DEFECT);
    }

    private static boolean outOfMemory(Throwable e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return e instanceof OutOfMemoryError
                || e instanceof EngineException
                        && (message.contains("out of memory")
                                || message.contains("can't allocate memory"));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
