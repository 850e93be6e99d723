package mien.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.picture.PictureException;

/** From what was thrown to an exit code and one line for people. */
final class Failures {

    private static final String NO_MEMORY = "There is not enough memory";

    private Failures() {}

    static int code(Throwable e) {
        if (e instanceof Cancelled) {
            return ExitCode.CANCELLED;
        }
        if (e instanceof DeviceException || e instanceof OutOfMemoryError) {
            return ExitCode.DEVICE;
        }
        if (e instanceof EditException edit) {
            return switch (edit.reason()) {
                case REQUEST -> ExitCode.BAD_INPUT;
                case MACHINE -> ExitCode.DEVICE;
                case DEFECT -> ExitCode.BUG;
            };
        }
        return forPeople(e) ? ExitCode.BAD_INPUT : ExitCode.BUG;
    }

    /** One line: what, where, what to do. */
    static String sentence(Throwable e) {
        if (e instanceof Cancelled) {
            return e.getMessage();
        }
        if (e instanceof OutOfMemoryError) {
            return NO_MEMORY + ": close other programs, or ask for less.";
        }
        if (e instanceof FileSystemException file) {
            return "%s: %s.".formatted(file.getFile(), reason(file));
        }
        if (e instanceof UncheckedIOException io && io.getCause() instanceof FileSystemException) {
            return sentence(io.getCause());
        }
        return forPeople(e)
                ? line(e.getMessage())
                : "This is an error in Mien (%s): run it again with --verbose and report what it prints."
                        .formatted(line(String.valueOf(e)));
    }

    private static String reason(FileSystemException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file or folder; check the path";
            case "AccessDeniedException" -> "access is denied; check the permissions";
            case "FileAlreadyExistsException" ->
                    "a file of that name is in the way; choose another name";
            default -> line(e.getReason() == null ? e.getMessage() : e.getReason());
        };
    }

    /** Whether the message was written for the person at the terminal. */
    private static boolean forPeople(Throwable e) {
        boolean ours =
                e instanceof Refusal
                        || e instanceof DeviceException
                        || e instanceof EditException
                        || e instanceof PictureException
                        || e instanceof CheckpointException
                        || e instanceof IllegalArgumentException
                        || e instanceof IOException
                        || e instanceof UncheckedIOException;
        return ours && e.getMessage() != null;
    }

    /** A message of several lines as one. */
    static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
