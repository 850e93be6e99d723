package mien.engine.job;

import java.nio.file.Path;
import java.util.Optional;

/** A program that holds the lock of a folder until its input ends. */
final class LockHolder {

    private LockHolder() {}

    /** Argument: the folder. Says {@code held} or {@code refused}. */
    public static void main(String[] args) throws Exception {
        Optional<FolderLock> lock = FolderLock.take(Path.of(args[0]));
        System.out.println(lock.isPresent() ? "held" : "refused");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    /** Starts one and waits until it has said what it has. */
    static Process start(Path folder, String said) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String line = child.inputReader().readLine();
        if (!said.equals(line)) {
            child.destroyForcibly();
            throw new IllegalStateException("it said " + line);
        }
        return child;
    }

    /** Ends one. */
    static void end(Process child) throws Exception {
        child.getOutputStream().close();
        child.waitFor();
    }
}
