package mien.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mien.engine.model.known.Identification;
import mien.engine.model.known.Identification.Broken;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.Identification.Unknown;

/**
 * What a file of weights was found to be, and what speaks against it.
 *
 * @param file the file
 * @param bytes its length
 * @param container its kind, such as "PyTorch zip"
 * @param tensors how many it holds
 * @param said the checkpoint that the person says it is
 * @param verdict recognised, broken or unknown
 * @param sentence the verdict in words
 * @param checkpoint what it is or nearly is; for an unknown file what comes nearest, if anything
 * @param missing names that the file lacks
 * @param misshaped one line for each tensor of another shape
 * @param leftOver names that the network does not have
 */
public record Finding(
        Path file,
        long bytes,
        String container,
        int tensors,
        Optional<String> said,
        Verdict verdict,
        String sentence,
        Optional<Checkpoint> checkpoint,
        List<String> missing,
        List<String> misshaped,
        List<String> leftOver) {

    /** What a file can be. */
    public enum Verdict {
        /** All that a known network needs is there. */
        RECOGNISED,
        /** A known network without doubt, but not as published. */
        BROKEN,
        /** No network that Mien knows. */
        UNKNOWN
    }

    public Finding {
        missing = List.copyOf(missing);
        misshaped = List.copyOf(misshaped);
        leftOver = List.copyOf(leftOver);
    }

    static Finding of(Inspected in, Optional<String> said) {
        Identification what = in.identification();
        if (what instanceof Recognised r) {
            return of(in, said, Optional.of(Checkpoint.of(r.known())), List.of());
        }
        if (what instanceof Broken b) {
            return of(
                    in,
                    said,
                    Optional.of(Checkpoint.of(b.known())),
                    List.of(b.missing(), b.misshaped(), b.leftOver()));
        }
        Optional<Checkpoint> near = ((Unknown) what).nearest().map(n -> Checkpoint.of(n.known()));
        return of(in, said, near, List.of());
    }

    private static Finding of(
            Inspected in,
            Optional<String> said,
            Optional<Checkpoint> checkpoint,
            List<List<String>> faults) {
        return new Finding(
                in.file(),
                in.bytes(),
                in.container(),
                in.tensors(),
                said,
                Verdict.valueOf(in.status().toUpperCase(Locale.ROOT)),
                in.identification().sentence(),
                checkpoint,
                faults.isEmpty() ? List.of() : faults.get(0),
                faults.isEmpty() ? List.of() : faults.get(1),
                faults.isEmpty() ? List.of() : faults.get(2));
    }

    /**
     * Whether it can be installed: recognised, or said by the person to be what it would be without
     * the tensors that are left over.
     */
    public boolean installable() {
        boolean onlyMore = verdict == Verdict.BROKEN && missing.isEmpty() && misshaped.isEmpty();
        return verdict == Verdict.RECOGNISED || said.isPresent() && onlyMore;
    }
}
