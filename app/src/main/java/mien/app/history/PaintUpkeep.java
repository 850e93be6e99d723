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
    public void rest(S far, List<S> near) {
        List<TiledMask> kept = near.stream().flatMap(s -> masks(s).stream()).toList();
        masks(far).forEach(mask -> mask.rest(kept));
        List<Layout> layouts = near.stream().flatMap(s -> layouts(s).stream()).toList();
        layouts(far).forEach(layout -> layout.rest(layouts));
    }

    @Override
    public void wake(S near) {
        masks(near).forEach(TiledMask::wake);
        layouts(near).forEach(Layout::wake);
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
