package mien.engine.picture.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mien.engine.picture.pose.Joint.Side;
import org.junit.jupiter.api.Test;

class SkeletonTest {

    private static void assertClose(Skeleton expected, Skeleton found) {
        for (Joint j : Joint.ALL) {
            Spot e = expected.at(j);
            Spot f = found.at(j);
            assertEquals(e.presence(), f.presence(), j.id());
            assertEquals(e.confidence(), f.confidence(), j.id());
            assertEquals(e.x(), f.x(), 1e-6, j.id());
            assertEquals(e.y(), f.y(), 1e-6, j.id());
        }
    }

    @Test
    void everyJointHangsOnTheNeckInTheEnd() {
        assertEquals(EnumSet.allOf(Joint.class), Joint.NECK.subtree());
        assertEquals(
                EnumSet.of(Joint.LEFT_HIP, Joint.LEFT_KNEE, Joint.LEFT_ANKLE),
                Joint.LEFT_HIP.subtree());
    }

    @Test
    void theSidesAreThoseOfPoseTransfer() {
        int[] partner = {0, 1, 5, 6, 7, 2, 3, 4, 11, 12, 13, 8, 9, 10, 15, 14, 17, 16};
        for (Joint j : Joint.ALL) {
            assertEquals(partner[j.ordinal()], j.mirror().ordinal(), j.id());
            assertEquals(j, j.mirror().mirror());
        }
        assertEquals(Side.LEFT, Joint.LEFT_EAR.side());
    }

    @Test
    void theSeventeenLimbsAreThoseOfPoseTransfer() {
        int[][] pairs = {
            {1, 2}, {1, 5}, {2, 3}, {3, 4}, {5, 6}, {6, 7}, {1, 8}, {8, 9}, {9, 10}, {1, 11},
            {11, 12}, {12, 13}, {1, 0}, {0, 14}, {14, 16}, {0, 15}, {15, 17}
        };
        assertEquals(pairs.length, Limb.ALL.size());
        for (int k = 0; k < pairs.length; k++) {
            Limb limb = Limb.ALL.get(k);
            assertEquals(pairs[k][0], limb.from().ordinal());
            assertEquals(pairs[k][1], limb.to().ordinal());
            assertEquals(limb.from(), limb.to().parent().orElseThrow());
        }
        Set<Integer> colours = new HashSet<>();
        Joint.ALL.forEach(j -> colours.add(Limb.colour(j)));
        assertEquals(18, colours.size());
        assertEquals(0xffaa00, Limb.colour(Joint.RIGHT_SHOULDER));
    }

    @Test
    void aMirrorTwiceChangesNothing() {
        DrawnFigures.patchy()
                .forEach(
                        figure -> {
                            assertClose(figure, figure.mirrored(431.5).mirrored(431.5));
                            assertEquals(figure, figure.exchanged().exchanged());
                        });
    }

    @Test
    void aMirrorTurnsARaisedRightHandIntoARaisedLeftOne() {
        Skeleton raised = Poses.standing(256, 256).moved(Joint.RIGHT_WRIST, 60, 10);
        Skeleton mirrored = raised.mirrored(128);
        assertEquals(Spot.at(196, 10), mirrored.at(Joint.LEFT_WRIST));
        assertTrue(mirrored.at(Joint.RIGHT_WRIST).y() > 100);
    }

    @Test
    void aPulledJointKeepsEveryBoneButItsOwnDirection() {
        for (int seed = 0; seed < 100; seed++) {
            Skeleton figure = DrawnFigures.whole(seed);
            for (Joint joint : Joint.ALL) {
                Skeleton next = Bones.pulled(figure, joint, 1000 - 7 * seed, 3.5 * seed);
                for (Joint j : Joint.ALL) {
                    assertEquals(Bones.length(figure, j).isPresent(), j != Joint.NECK);
                    Bones.length(figure, j)
                            .ifPresent(
                                    was ->
                                            assertEquals(
                                                    was,
                                                    Bones.length(next, j).orElseThrow(),
                                                    1e-6,
                                                    joint + " moved " + j));
                }
                assertFalse(next.equals(figure));
            }
        }
    }

    @Test
    void aPulledJointPointsWhereItIsPulled() {
        Skeleton figure = Poses.standing(256, 256);
        Spot elbow = figure.at(Joint.LEFT_ELBOW);
        Spot wrist =
                Bones.pulled(figure, Joint.LEFT_WRIST, elbow.x() + 500, elbow.y())
                        .at(Joint.LEFT_WRIST);
        assertEquals(elbow.y(), wrist.y(), 1e-9);
        assertTrue(wrist.x() > elbow.x());
    }

    @Test
    void aTurnedLimbIsStiff() {
        for (int seed = 0; seed < 50; seed++) {
            Skeleton figure = DrawnFigures.whole(seed);
            Skeleton next = Bones.aimed(figure, Joint.RIGHT_SHOULDER, 12, 700);
            for (Joint a : Joint.RIGHT_SHOULDER.subtree()) {
                for (Joint b : Joint.RIGHT_SHOULDER.subtree()) {
                    assertEquals(distance(figure, a, b), distance(next, a, b), 1e-6);
                }
            }
            assertEquals(figure.at(Joint.LEFT_WRIST), next.at(Joint.LEFT_WRIST));
            Skeleton back = Bones.turned(Bones.turned(figure, Joint.NECK, 0.7), Joint.NECK, -0.7);
            assertClose(figure, back);
        }
    }

    private static double distance(Skeleton figure, Joint a, Joint b) {
        return Math.hypot(figure.at(a).x() - figure.at(b).x(), figure.at(a).y() - figure.at(b).y());
    }

    @Test
    void oneSideGivenToTheOtherLooksTheSameInTheMirror() {
        Skeleton raised = Poses.standing(256, 256).moved(Joint.RIGHT_WRIST, 60, 10);
        Skeleton both = Bones.symmetric(raised, Side.RIGHT);
        assertEquals(raised.at(Joint.RIGHT_WRIST), both.at(Joint.RIGHT_WRIST));
        assertClose(both, both.mirrored(both.at(Joint.NECK).x()));
    }

    @Test
    void aJointThatIsHiddenAndShownStaysWhereItIs() {
        Skeleton figure = Poses.standing(256, 256);
        List<Joint> wrists = List.of(Joint.LEFT_WRIST, Joint.RIGHT_WRIST);
        Skeleton hidden = figure.shown(wrists, false);
        assertFalse(hidden.visible(Joint.LEFT_WRIST));
        assertEquals(18, hidden.placed().size());
        assertEquals(figure, hidden.shown(wrists, true));
        assertEquals(Skeleton.EMPTY, Skeleton.EMPTY.shown(wrists, true));
    }

    @Test
    void jointsWithoutAPlaceStaySoUntilTheyArePut() {
        Skeleton lone = Skeleton.EMPTY.moved(Joint.NOSE, 5, 6);
        assertEquals(Spot.at(5, 6), lone.at(Joint.NOSE));
        assertEquals(EnumSet.of(Joint.NOSE), lone.shifted(Joint.ALL, 3, 4).placed());
        assertEquals(lone, lone.scaled(Joint.ALL, 3, 5, 6));
        assertEquals(lone, Bones.aimed(lone, Joint.LEFT_EAR, 9, 9));
    }

    @Test
    void aFigureFitsThePictureItIsMadeFor() {
        for (int[] size : new int[][] {{256, 256}, {4096, 512}, {100, 3000}}) {
            Poses.fitted(size[0], size[1])
                    .forEach(
                            (id, figure) -> {
                                Skeleton.Box box = figure.box().orElseThrow();
                                assertTrue(box.left() > 0 && box.right() < size[0], id);
                                assertTrue(box.top() > 0 && box.bottom() < size[1], id);
                                assertEquals(size[0] / 2.0, box.middleX(), 1e-6, id);
                            });
        }
        assertEquals(9, Poses.fitted(64, 64).size());
    }

    @Test
    void whoFacesTheCameraHasTheRightHandOnTheLeft() {
        Skeleton front = Poses.standing(256, 256);
        assertTrue(front.at(Joint.RIGHT_WRIST).x() < front.at(Joint.LEFT_WRIST).x());
        Skeleton back = Poses.fitted(256, 256).get("back");
        assertTrue(back.at(Joint.RIGHT_WRIST).x() > back.at(Joint.LEFT_WRIST).x());
        assertFalse(back.visible(Joint.NOSE));
    }

    @Test
    void nonsenseIsNoFigure() {
        assertThrows(IllegalArgumentException.class, () -> Spot.at(Double.NaN, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new Spot(1, 1, Spot.Presence.VISIBLE, 0));
        assertThrows(IllegalArgumentException.class, () -> new Skeleton(List.of()));
    }
}
