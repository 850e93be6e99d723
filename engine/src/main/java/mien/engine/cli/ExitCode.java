package mien.engine.cli;

/** How the program ends; scripts rely on these numbers. */
final class ExitCode {
    static final int DONE = 0;

    /** An error in Mien itself. */
    static final int BUG = 1;

    static final int BAD_INPUT = 2;
    static final int CANCELLED = 3;
    static final int DEVICE = 4;

    private ExitCode() {}
}
