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
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import mien.app.pixels.Tile;
import mien.app.pixels.TiledImage;

/** One picture on the canvas: only the tiles that are seen are in the scene. */
final class TileLayer extends Parent {

    private static final double TOUCH = 0.02; // pixels, more than rounding errors

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
        boolean upright = viewport.angle() == 0 && !viewport.mirrored();
        put(picture.cover(own, scale, pixels, upright), density);
    }

    private void put(TiledImage.Cover cover, double density) {
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
            if (tile.key().cell()) {
                cut(view, tile.core(), density);
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

    /**
     * Cuts a cell off at the pixel of the screen where its neighbour begins. A rectangle of whole
     * pixels costs nothing and leaves no seam.
     */
    private void cut(ImageView view, Rectangle2D core, double density) {
        double left = edge(lie.getMxx() * core.getMinX() + lie.getTx(), density, 1);
        double right = edge(lie.getMxx() * core.getMaxX() + lie.getTx(), density, -1);
        double top = edge(lie.getMyy() * core.getMinY() + lie.getTy(), density, 1);
        double bottom = edge(lie.getMyy() * core.getMaxY() + lie.getTy(), density, -1);
        Rectangle clip = view.getClip() instanceof Rectangle r ? r : new Rectangle();
        clip.setX((left - lie.getTx()) / lie.getMxx());
        clip.setY((top - lie.getTy()) / lie.getMyy());
        clip.setWidth(Math.max(0, right - left) / lie.getMxx());
        clip.setHeight(Math.max(0, bottom - top) / lie.getMyy());
        view.setClip(clip);
    }

    /** The nearest whole pixel, and a little inwards: the screen takes every pixel it touches. */
    private static double edge(double inView, double density, int inwards) {
        return (Math.rint(inView * density) + inwards * TOUCH) / density;
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
