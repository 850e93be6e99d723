package mien.engine.checkpoint;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file that must be refused.
 *
 * @param name what is wrong with it
 * @param bytes the file
 * @param why what the refusal says
 */
record HostileFile(String name, byte[] bytes, String why) {

    @Override
    public boolean equals(Object other) {
        return other instanceof HostileFile file
                && name.equals(file.name)
                && Arrays.equals(bytes, file.bytes)
                && why.equals(file.why);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(bytes), why);
    }

    @Override
    public String toString() {
        return name;
    }
}
