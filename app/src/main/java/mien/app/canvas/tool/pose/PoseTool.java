package mien.app.canvas.tool.pose;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.Skeleton;

/**
 * Joints are dragged; Shift chooses several, and so does a frame drawn round them. Ctrl keeps the
 * length of the bone, R turns the limb, the other button hides. Ctrl with the wheel scales the
 * chosen joints, Alt turns them.
 */
public final class PoseTool implements Tool {

    private static final double GRIP = 12;
    private static final double GROWTH = 1.02; // for a notch of the wheel
    private static final double TURN = Math.toRadians(2);

    private final PoseModel pose;
    private final PoseActions keys;
    private final PosePainter painter;
    private Optional<PoseDrag> drag = Optional.empty();
    private Optional<Joint> under = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    public PoseTool(PoseModel pose, PoseStudio studio) {
        this.pose = pose;
        this.keys = new PoseActions(pose, studio);
        this.painter = new PosePainter(j -> studio.texts().name("pose.joint", j.id()));
    }

    @Override
    public void enter(Surface surface) {
        following =
                Subscription.combine(
                        pose.figureProperty().subscribe(f -> surface.repaint()),
                        pose.chosenProperty().subscribe(c -> surface.repaint()));
    }

    @Override
    public void leave() {
        following.unsubscribe();
        under = Optional.empty();
    }

    @Override
    public void paint(GraphicsContext g, Frame frame) {
        painter.paint(g, frame, new PosePainter.Seen(pose.figure(), pose.chosen(), under));
        drag.filter(PoseDrag.Marquee.class::isInstance)
                .ifPresent(d -> painter.frame(g, frame, (PoseDrag.Marquee) d));
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Cursor cursor(Pointer at) {
        return near(at).isPresent() ? Cursor.HAND : Cursor.DEFAULT;
    }

    private Optional<Joint> near(Pointer at) {
        return pose.near(at.x(), at.y(), at.inPicture(GRIP));
    }

    @Override
    public void hover(Pointer at) {
        under = near(at);
    }

    @Override
    public void away() {
        under = Optional.empty();
    }

    @Override
    public boolean press(Pointer at) {
        Optional<Joint> joint = near(at);
        if (at.secondary()) {
            joint.ifPresent(pose::toggleShown);
            return joint.isPresent();
        }
        if (!at.primary()) {
            return false;
        }
        if (joint.isPresent()) {
            drag = grasped(joint.get(), at);
        } else if (missing().isPresent()) {
            pose.apply(pose.figure().moved(missing().get(), at.x(), at.y()));
        } else {
            Set<Joint> besides = at.shift() ? pose.chosen() : Set.of();
            pose.choose(besides);
            drag = Optional.of(new PoseDrag.Marquee(besides, at.x(), at.y(), at.x(), at.y()));
        }
        return true;
    }

    /** The chosen joint that has no place yet, and gets one by a click. */
    private Optional<Joint> missing() {
        return pose.currentProperty().get().filter(j -> !pose.figure().at(j).placed());
    }

    private Optional<PoseDrag> grasped(Joint joint, Pointer at) {
        Skeleton before = pose.figure();
        if (keys.turning()) {
            pose.choose(joint);
            return Optional.of(new PoseDrag.Turn(before, joint, at.x(), at.y()));
        }
        if (at.clicks() == 2) {
            pose.choose(joint.subtree());
        } else if (at.shift()) {
            pose.toggle(joint);
        } else if (!pose.chosen().contains(joint)) {
            pose.choose(joint);
        }
        return pose.chosen().contains(joint)
                ? Optional.of(new PoseDrag.Carry(before, joint, pose.chosen(), at.x(), at.y()))
                : Optional.empty();
    }

    @Override
    public void drag(Pointer at) {
        drag.ifPresent(d -> drag = Optional.of(dragged(d, at)));
    }

    private PoseDrag dragged(PoseDrag d, Pointer at) {
        if (d instanceof PoseDrag.Carry carry) {
            pose.preview(carry.to(at.x(), at.y(), at.ctrl()));
        } else if (d instanceof PoseDrag.Turn turn) {
            pose.preview(turn.to(at.x(), at.y()));
        } else if (d instanceof PoseDrag.Marquee frame) {
            PoseDrag.Marquee next = frame.to(at.x(), at.y());
            Set<Joint> inside = EnumSet.noneOf(Joint.class);
            inside.addAll(frame.besides());
            Joint.ALL.stream().filter(j -> next.holds(pose.figure(), j)).forEach(inside::add);
            pose.choose(inside);
            return next;
        }
        return d;
    }

    @Override
    public void release(Pointer at) {
        Optional<PoseDrag> done = drag;
        drag = Optional.empty();
        if (before(done).filter(f -> !f.equals(pose.figure())).isPresent()) {
            pose.settle();
        }
    }

    private static Optional<Skeleton> before(Optional<PoseDrag> drag) {
        return drag.flatMap(
                d ->
                        d instanceof PoseDrag.Carry carry
                                ? Optional.of(carry.before())
                                : d instanceof PoseDrag.Turn turn
                                        ? Optional.of(turn.before())
                                        : Optional.empty());
    }

    @Override
    public boolean cancel() {
        Optional<PoseDrag> given = drag;
        drag = Optional.empty();
        before(given).filter(f -> !f.equals(pose.figure())).ifPresent(pose::apply);
        if (given.isEmpty() && !pose.chosen().isEmpty()) {
            pose.choose(List.of());
            return true;
        }
        return given.isPresent();
    }

    @Override
    public boolean scroll(Pointer at, double notches) {
        if (at.ctrl()) {
            pose.scale(Math.pow(GROWTH, notches));
        } else if (at.alt()) {
            pose.turn(TURN * notches);
        }
        return at.ctrl() || at.alt();
    }

    @Override
    public boolean keyPressed(KeyEvent key) {
        return keys.pressed(key);
    }

    @Override
    public void keyReleased(KeyEvent key) {
        keys.released(key);
    }
}
