package mien.app.canvas.tool.pose;

import java.util.Collection;
import mien.engine.picture.pose.Bones;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.Skeleton;

/** What a pressed button is doing to a figure. */
sealed interface PoseDrag {

    /** Where the pointer went down. */
    double x();

    double y();

    /**
     * A joint is carried, and others with it.
     *
     * @param before the figure as it was
     */
    record Carry(Skeleton before, Joint joint, Collection<Joint> all, double x, double y)
            implements PoseDrag {

        /**
         * The figure with the pointer elsewhere.
         *
         * @param bones whether the bone of the joint keeps its length
         */
        Skeleton to(double toX, double toY, boolean bones) {
            double dx = toX - x;
            double dy = toY - y;
            return bones
                    ? Bones.pulled(
                            before, joint, before.at(joint).x() + dx, before.at(joint).y() + dy)
                    : before.shifted(all, dx, dy);
        }
    }

    /** A limb is turned about what it hangs on. */
    record Turn(Skeleton before, Joint joint, double x, double y) implements PoseDrag {

        Skeleton to(double toX, double toY) {
            return Bones.aimed(before, joint, toX, toY);
        }
    }

    /**
     * A frame is drawn round joints.
     *
     * @param besides the joints that were chosen before and stay so
     */
    record Marquee(Collection<Joint> besides, double x, double y, double toX, double toY)
            implements PoseDrag {

        Marquee to(double newX, double newY) {
            return new Marquee(besides, x, y, newX, newY);
        }

        boolean holds(Skeleton figure, Joint joint) {
            double jx = figure.at(joint).x();
            double jy = figure.at(joint).y();
            return figure.at(joint).placed()
                    && jx >= Math.min(x, toX)
                    && jx <= Math.max(x, toX)
                    && jy >= Math.min(y, toY)
                    && jy <= Math.max(y, toY);
        }
    }
}
