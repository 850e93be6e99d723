package mien.engine.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Mien this is. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Mien " + number()};
    }

    /** The number in the jar; a program run from its classes has none. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
