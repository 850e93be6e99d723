package mien.engine.model.known;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the tensors of a file lie on those of a network, when the network's names are looked for
 * behind a prefix.
 *
 * @param known the network
 * @param prefix what stands before each of its names in the file, often nothing
 * @param matched tensors of the right name and shape
 * @param missing names that the file lacks and the network needs
 * @param misshaped one line for each tensor of another shape, both shapes named
 * @param leftOver names behind the prefix that the network does not have, and a copy need not have
 * @param lacking how many are not there that the network can do without
 */
record Fit(
        KnownCheckpoint known,
        String prefix,
        int matched,
        List<String> missing,
        List<String> misshaped,
        List<String> leftOver,
        int lacking) {

    static Fit of(KnownCheckpoint known, String prefix, Map<String, Shape> file) {
        Map<String, Shape> wanted = known.tensors().shapes();
        List<String> missing = new ArrayList<>();
        List<String> misshaped = new ArrayList<>();
        int matched = 0;
        int lacking = 0;
        for (Map.Entry<String, Shape> want : wanted.entrySet()) {
            String name = prefix + want.getKey();
            Shape found = file.get(name);
            if (found == null && known.tensors().dispensable().contains(want.getKey())) {
                lacking++;
            } else if (found == null) {
                missing.add(name);
            } else if (!found.equals(want.getValue())) {
                misshaped.add(name + " is " + found + ", expected " + want.getValue());
            } else {
                matched++;
            }
        }
        List<String> leftOver =
                file.keySet().stream()
                        .filter(n -> n.startsWith(prefix))
                        .map(n -> n.substring(prefix.length()))
                        .filter(n -> !wanted.containsKey(n) && !known.beside().allows(n))
                        .map(n -> prefix + n)
                        .toList();
        return new Fit(known, prefix, matched, missing, misshaped, leftOver, lacking);
    }

    /** Names of the network that are in the file, in whatever shape. */
    int named() {
        return matched + misshaped.size();
    }

    /** What speaks for the network: a name, and once more if its shape is right. */
    int evidence() {
        return named() + matched;
    }

    int faults() {
        return missing.size() + misshaped.size() + leftOver.size();
    }

    /** Share of the names that the network needs or the file has that are there: 0 … 1. */
    double share() {
        return (double) named() / Math.max(1, named() + missing.size());
    }

    /** Share of what lies behind the prefix that belongs to the network: 0 … 1. */
    double explained() {
        return (double) named() / Math.max(1, named() + leftOver.size());
    }

    /** Of several equal copies the one to use comes first. */
    int preference() {
        int at = 0;
        for (String preferred : known.preferred()) {
            if (prefix.endsWith(preferred)) {
                return at;
            }
            at++;
        }
        return at;
    }
}
