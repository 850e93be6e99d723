package mien.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;
import mien.app.pixels.Tile;
import mien.app.pixels.TiledImage;

/** One picture on the canvas: only the tiles that are seen are in the scene. */
final class TileLayer extends Parent {

    private final Affine lie = new Affine();
    private final Runnable lay;
    private final ChangeListener<Number> changed;
    private final WeakChangeListener<Number> weak; // what is shown may outlive this
    private final AnimationTimer finer = new Finer();
    private Map<Tile.Key, ImageView> views = Map.of();
    private Optional<TiledImage> image = Optional.empty();

    /**
     * @param lay called when the picture changed by itself, to {@link #lay} it soon
     */
    TileLayer(Runnable lay) {
        this.lay = lay;
        this.changed = (count, before, now) -> lay.run();
        this.weak = new WeakChangeListener<>(changed);
        setMouseTransparent(true);
        getTransforms().add(lie);
    }

    /** What is shown; empty: nothing. */
    void show(Optional<TiledImage> next) {
        if (!next.equals(image)) {
            image.ifPresent(i -> i.changes().removeListener(weak));
            image = next;
            views = Map.of();
            getChildren().clear();
            image.ifPresent(i -> i.changes().addListener(weak));
            lay.run();
        }
    }

    /**
     * Puts the picture where the view has it.
     *
     * @param place where it lies, in the canvas's picture: as large as that
     * @param seen what is seen of the view
     * @param sharp whether single pixels are to be seen
     * @param density pixels of the screen for one of the view
     */
    void lay(Viewport viewport, Bounds place, Bounds seen, boolean sharp, double density) {
        if (image.isEmpty() || !(seen.getWidth() > 0 && seen.getHeight() > 0)) {
            getChildren().clear();
            views = Map.of();
            return;
        }
        TiledImage picture = image.get();
        double kx = place.getWidth() / picture.width();
        double ky = place.getHeight() / picture.height();
        lie.setToTransform(viewport.affine());
        lie.appendTranslation(place.getMinX(), place.getMinY());
        lie.appendScale(kx, ky);
        Bounds part = viewport.toPicture(seen);
        Bounds own =
                new BoundingBox(
                        (part.getMinX() - place.getMinX()) / kx,
                        (part.getMinY() - place.getMinY()) / ky,
                        part.getWidth() / kx,
                        part.getHeight() / ky);
        boolean pixels = sharp && kx == 1 && ky == 1;
        double scale = viewport.scale() * density * Math.max(kx, ky);
        put(picture.cover(own, scale, pixels));
    }

    private void put(TiledImage.Cover cover) {
        Map<Tile.Key, ImageView> next = new LinkedHashMap<>();
        for (Tile tile : cover.tiles()) {
            ImageView view = views.getOrDefault(tile.key(), new ImageView());
            if (view.getImage() != tile.image()) {
                view.setImage(tile.image());
                view.setX(tile.place().getMinX());
                view.setY(tile.place().getMinY());
                view.setFitWidth(tile.place().getWidth());
                view.setFitHeight(tile.place().getHeight());
            }
            next.put(tile.key(), view);
        }
        List<Node> nodes = new ArrayList<>(next.values());
        if (cover.complete()) {
            finer.stop();
        } else {
            finer.start();
        }
        if (!nodes.equals(getChildren())) {
            getChildren().setAll(nodes);
        }
        views = next;
    }

    /** Asks for the tiles that are still missing in the next frame. */
    private final class Finer extends AnimationTimer {
        @Override
        public void handle(long now) {
            stop();
            lay.run();
        }
    }
}
