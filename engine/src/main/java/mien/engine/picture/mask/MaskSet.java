package mien.engine.picture.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several masks of one picture, each with a name of its own, one of them selected for painting; may
 * be empty.
 *
 * @param width columns of every mask
 * @param height rows of every mask
 * @param masks in the order they were added
 * @param selected which one is painted; 0 where there is none
 */
public record MaskSet(int width, int height, List<Named> masks, int selected) {

    /** A mask and what it is called. */
    public record Named(String name, EditableMask mask) {
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A mask needs a name.");
            }
        }
    }

    public MaskSet {
        masks = List.copyOf(masks);
        if (selected < 0 || selected > Math.max(0, masks.size() - 1)) {
            throw new IllegalArgumentException(
                    "there is no mask %d among %d".formatted(selected, masks.size()));
        }
        if (masks.stream().map(Named::name).distinct().count() < masks.size()) {
            throw new IllegalArgumentException("Two masks of one picture bear one name.");
        }
        for (Named m : masks) {
            m.mask.painted().requireSize(width, height);
        }
    }

    /** No mask yet. */
    public static MaskSet none(int width, int height) {
        return new MaskSet(width, height, List.of(), 0);
    }

    /** The mask that is painted, if there is one. */
    public Optional<Named> current() {
        return masks.isEmpty() ? Optional.empty() : Optional.of(masks.get(selected));
    }

    /** With another mask at the end, selected; its name is made different from the others'. */
    public MaskSet added(String name, EditableMask mask) {
        List<Named> next = new ArrayList<>(masks);
        next.add(new Named(free(name, -1), mask));
        return new MaskSet(width, height, next, masks.size());
    }

    /** With the selected mask replaced; with it as the first one where there is none. */
    public MaskSet withCurrent(String nameIfFirst, EditableMask mask) {
        if (masks.isEmpty()) {
            return added(nameIfFirst, mask);
        }
        List<Named> next = new ArrayList<>(masks);
        next.set(selected, new Named(masks.get(selected).name, mask));
        return new MaskSet(width, height, next, selected);
    }

    /** With a mask called otherwise; a blank name changes nothing. */
    public MaskSet renamed(int index, String name) {
        if (name.isBlank()) {
            return this;
        }
        List<Named> next = new ArrayList<>(masks);
        next.set(index, new Named(free(name.strip(), index), masks.get(index).mask));
        return new MaskSet(width, height, next, selected);
    }

    public MaskSet removed(int index) {
        List<Named> next = new ArrayList<>(masks);
        next.remove(index);
        int at = selected > index ? selected - 1 : selected;
        return new MaskSet(width, height, next, Math.max(0, Math.min(at, next.size() - 1)));
    }

    public MaskSet selecting(int index) {
        return new MaskSet(width, height, masks, index);
    }

    /** What lies inside any of the masks; empty where there is no mask. */
    public Optional<TiledMask> rendered() {
        return masks.stream().map(m -> m.mask.rendered()).reduce((a, b) -> a.joined(Join.UNION, b));
    }

    private String free(String wanted, int except) {
        String name = wanted;
        for (int n = 2; taken(name, except); n++) {
            name = wanted + " " + n;
        }
        return name;
    }

    private boolean taken(String name, int except) {
        for (int i = 0; i < masks.size(); i++) {
            if (i != except && masks.get(i).name.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
