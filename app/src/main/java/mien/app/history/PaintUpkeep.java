package mien.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.picture.mask.Layout;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;

/** Masks and layouts of a spec, found through the system's handles: versions share their tiles. */
public final class PaintUpkeep<S> implements Upkeep<S> {

    private final List<Handle<S>> handles;

    PaintUpkeep(List<Handle<S>> handles) {
        this.handles = List.copyOf(handles);
    }

    public static <S extends EditSpec> Upkeep<S> of(EditSystem<S> system) {
        return new PaintUpkeep<>(system.handles());
    }

    @Override
    public void rest(S left, S now) {
        List<TiledMask> masks = masks(left);
        List<TiledMask> kept = masks(now);
        for (int i = 0; i < masks.size(); i++) {
            TiledMask mask = masks.get(i);
            mask.rest(i < kept.size() ? kept.get(i) : TiledMask.empty(mask.width(), mask.height()));
        }
        List<Layout> layouts = layouts(left);
        for (int i = 0; i < layouts.size(); i++) {
            layouts.get(i).rest(layouts(now).get(i));
        }
    }

    @Override
    public long added(S version, S before) {
        List<TiledMask> masks = masks(before);
        List<Layout> layouts = layouts(before);
        return TiledMask.heldBytes(joined(masks, masks(version)))
                - TiledMask.heldBytes(masks)
                + Layout.heldBytes(joined(layouts, layouts(version)))
                - Layout.heldBytes(layouts);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private List<TiledMask> masks(S spec) {
        List<TiledMask> painted = new ArrayList<>();
        for (Handle<S> handle : handles) {
            if (handle instanceof Handle.Mask<S> mask) {
                for (MaskSet.Named named : mask.value(spec).masks()) {
                    painted.add(named.mask().painted());
                }
            }
        }
        return painted;
    }

    private List<Layout> layouts(S spec) {
        List<Layout> painted = new ArrayList<>();
        for (Handle<S> handle : handles) {
            if (handle instanceof Handle.Layout<S> layout) {
                painted.add(layout.value(spec));
            }
        }
        return painted;
    }
}
