package mien.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.model.known.Identification;
import mien.engine.model.known.Identification.Broken;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.Identification.Unknown;
import mien.engine.model.known.KnownCheckpoint;

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
        Optional<Broken> broken = what instanceof Broken b ? Optional.of(b) : Optional.empty();
        return new Finding(
                in.file(),
                in.bytes(),
                in.container(),
                in.tensors(),
                said,
                verdict(what),
                what.sentence(),
                nearest(what).map(Checkpoint::of),
                broken.map(Broken::missing).orElse(List.of()),
                broken.map(Broken::misshaped).orElse(List.of()),
                broken.map(Broken::leftOver).orElse(List.of()));
    }

    private static Verdict verdict(Identification what) {
        if (what instanceof Recognised) {
            return Verdict.RECOGNISED;
        }
        return what instanceof Broken ? Verdict.BROKEN : Verdict.UNKNOWN;
    }

    private static Optional<KnownCheckpoint> nearest(Identification what) {
        if (what instanceof Recognised r) {
            return Optional.of(r.known());
        }
        return what instanceof Broken b
                ? Optional.of(b.known())
                : ((Unknown) what).nearest().map(near -> near.known());
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
