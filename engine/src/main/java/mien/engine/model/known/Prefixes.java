package mien.engine.model.known;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a file puts before a network's names: {@code module.} from a DataParallel, {@code
 * state_dict.} from Lightning, {@code ema.} from a trainer, several of them in a row, or nothing.
 * No list of such words is needed: a few of the network's own names are looked for at the ends of
 * the file's names.
 */
final class Prefixes {

    /** So many names are looked for, spread over the network. */
    private static final int SOUGHT = 9;

    /** Fewer finds than this share of them are chance. */
    private static final double SHARE = 0.3;

    private Prefixes() {}

    static List<String> of(TensorList network, Set<String> file) {
        List<String> sought = sought(network.needed());
        Map<String, Integer> finds = new HashMap<>();
        for (String end : sought) {
            for (String name : file) {
                if (endsWithWords(name, end)) {
                    finds.merge(name.substring(0, name.length() - end.length()), 1, Integer::sum);
                }
            }
        }
        return finds.entrySet().stream()
                .filter(e -> e.getValue() >= SHARE * sought.size())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean endsWithWords(String name, String end) {
        int before = name.length() - end.length() - 1;
        return name.endsWith(end) && (before < 0 || name.charAt(before) == '.');
    }

    private static List<String> sought(List<String> names) {
        List<String> spread = new ArrayList<>();
        int count = Math.min(SOUGHT, names.size());
        for (int i = 0; i < count; i++) {
            spread.add(names.get((int) ((long) i * names.size() / count)));
        }
        return spread;
    }
}
