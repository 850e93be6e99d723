package mien.engine.edit.relight;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Guesses the colours of skin and hair that the photograph does not show from what it shows nearby
 * on the head.
 */
final class TurnedAway {

    private static final int SMOOTHINGS = 20;

    private TurnedAway() {}

    /**
     * Carries colours over the mesh from the vertices that have one, nearest first, then smooths
     * them.
     *
     * @param rgb colours of the vertices [V·3]; those of unknown ones are filled in
     * @param known which colours are given [V]; those that could be reached are marked as well
     * @param wanted which vertices shall be filled [V]; the way leads over these only
     * @param faces corners of the mesh [F·3]
     */
    static void fill(float[] rgb, boolean[] known, boolean[] wanted, int[] faces) {
        int[][] neighbours = neighbours(known.length, faces);
        boolean[] given = known.clone();
        Deque<Integer> front = new ArrayDeque<>();
        for (int v = 0; v < known.length; v++) {
            if (known[v]) {
                front.add(v);
            }
        }
        while (!front.isEmpty()) {
            for (int v : neighbours[front.remove()]) {
                if (!known[v] && wanted[v]) {
                    average(rgb, known, v, neighbours[v]);
                    known[v] = true;
                    front.add(v);
                }
            }
        }
        for (int i = 0; i < SMOOTHINGS; i++) {
            for (int v = 0; v < known.length; v++) {
                if (known[v] && !given[v]) {
                    average(rgb, known, v, neighbours[v]);
                }
            }
        }
    }

    private static void average(float[] rgb, boolean[] known, int v, int[] neighbours) {
        for (int c = 0; c < 3; c++) {
            float sum = 0;
            int count = 0;
            for (int n : neighbours) {
                if (known[n]) {
                    sum += rgb[3 * n + c];
                    count++;
                }
            }
            rgb[3 * v + c] = sum / count;
        }
    }

    private static int[][] neighbours(int vertices, int[] faces) {
        int[][] lists = new int[vertices][12];
        int[] sizes = new int[vertices];
        for (int f = 0; f < faces.length; f++) {
            int next = faces[f % 3 == 2 ? f - 2 : f + 1];
            join(lists, sizes, faces[f], next);
            join(lists, sizes, next, faces[f]);
        }
        for (int v = 0; v < vertices; v++) {
            lists[v] = Arrays.copyOf(lists[v], sizes[v]);
        }
        return lists;
    }

    /** Inner edges are met from both their faces and count twice, on either end alike. */
    private static void join(int[][] lists, int[] sizes, int from, int to) {
        if (sizes[from] == lists[from].length) {
            lists[from] = Arrays.copyOf(lists[from], 2 * sizes[from]);
        }
        lists[from][sizes[from]++] = to;
    }
}
