package mien.engine.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.CheckpointFile;
import mien.engine.edit.EditException;
import mien.engine.model.known.Identification;
import mien.engine.model.known.Identification.Broken;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.Identification.Unknown;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;
import mien.engine.tensor.Devices;

/**
 * What a file of weights is, told from its headers alone: no tensor is loaded.
 *
 * @param file the file
 * @param bytes its length
 * @param container its kind, such as "PyTorch zip"
 * @param tensors how many it holds
 * @param numbers how many numbers they hold together
 * @param metadata short texts and numbers beside the tensors, such as a count of training steps
 * @param identification which network it holds
 */
public record Inspected(
        Path file,
        long bytes,
        String container,
        int tensors,
        long numbers,
        Map<String, String> metadata,
        Identification identification) {

    public Inspected {
        metadata = Map.copyOf(metadata);
    }

    /**
     * @throws CheckpointException if it is absent, no file of weights, or malformed
     */
    public static Inspected of(Path file, KnownCheckpoints known) {
        return of(file, known, Optional.empty());
    }

    /**
     * @param said the network that the person says it is; it is compared with that one alone
     * @throws CheckpointException if it is absent, no file of weights, or malformed
     */
    public static Inspected of(Path file, KnownCheckpoints known, Optional<KnownCheckpoint> said) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
                CheckpointFile open = CheckpointFile.open(file, manager)) {
            Map<String, Shape> shapes = new LinkedHashMap<>();
            open.tensors().forEach((name, header) -> shapes.put(name, header.shape()));
            return new Inspected(
                    file,
                    Files.size(file),
                    open.container(),
                    shapes.size(),
                    shapes.values().stream().mapToLong(Shape::size).sum(),
                    open.metadata(),
                    said.map(k -> known.compare(k, shapes))
                            .orElseGet(() -> known.identify(shapes)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: check its permissions.", e);
        }
    }

    /**
     * The network, if it can be installed.
     *
     * @param said whether the person said what it is: then tensors left over do no harm
     * @throws EditException if it is unknown or broken; the sentence says what to do
     */
    Recognised recognised(boolean said) {
        if (identification instanceof Recognised found) {
            return found;
        }
        if (identification instanceof Broken broken) {
            if (said && broken.onlyLeftOver()) {
                return new Recognised(broken.known(), broken.prefix(), false);
            }
            throw refusal(
                    broken.onlyLeftOver()
                            ? "import it with --known %s to leave those out"
                                    .formatted(broken.known().id())
                            : "get it again, %s".formatted(whereFrom(broken.known())));
        }
        throw refusal("'studio models list --known' lists those it knows");
    }

    private static String whereFrom(KnownCheckpoint known) {
        return known.published() ? "from " + known.page() : "from where it was trained";
    }

    private EditException refusal(String remedy) {
        String what = identification.sentence();
        return new EditException(
                "%s is %s; %s.".formatted(file, what.substring(0, what.length() - 1), remedy));
    }

    /** "recognised", "broken" or "unknown". */
    public String status() {
        if (identification instanceof Unknown) {
            return "unknown";
        }
        return identification instanceof Broken ? "broken" : "recognised";
    }
}
