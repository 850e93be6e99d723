package mien.engine.cli;

import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option that a control or handle became.
 *
 * @param option as picocli parses it
 * @param setting what its value does to a spec
 */
record ControlOption<S>(OptionSpec option, Setting<S> setting) {

    /** The spec with the option's value set. */
    @FunctionalInterface
    interface Setting<S> {

        /**
         * @param value as picocli parsed it
         * @param open fits a further picture, for options that borrow from one
         */
        S with(S spec, Object value, Function<Path, S> open);
    }

    /** The longest name, for messages. */
    String name() {
        return option.longestName();
    }
}
