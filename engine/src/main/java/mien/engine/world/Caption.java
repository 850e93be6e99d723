package mien.engine.world;

import mien.engine.flame.head.BuiltinHead;

/** Says in words what a portrait shows. */
final class Caption {
    private Caption() {}

    static String of(Identity who, Look look) {
        StringBuilder s = new StringBuilder("a portrait of a person with ");
        Hair hair = who.hair();
        Outfit o = who.outfit();
        if (hair.style() == HairStyle.BALD) {
            s.append("no hair");
        } else {
            String words = hair.style().words();
            boolean article = words.startsWith("a ") || words.startsWith("an ");
            String colour = hair.colourName();
            if (article) {
                String bare = words.substring(words.indexOf(' ') + 1);
                s.append("aeiou".indexOf(colour.charAt(0)) >= 0 ? "an " : "a ")
                        .append(colour)
                        .append(' ')
                        .append(bare);
            } else {
                s.append(colour).append(' ').append(words);
            }
        }
        if (who.marks().beard() > 0.3f) {
            s.append(", a beard");
        } else if (who.marks().moustache() > 0.3f) {
            s.append(", a moustache");
        }
        if (o.glasses() != Glasses.NONE) {
            s.append(", ").append(o.glasses().words());
        }
        if (o.headwear() != Headwear.NONE) {
            s.append(", ").append(o.headwear().words());
        }
        String cloth = o.pattern().words() + o.colourName() + " " + o.garment().words();
        s.append(", ").append("aeiou".indexOf(cloth.charAt(0)) >= 0 ? "an " : "a ").append(cloth);
        String mood = mood(look);
        if (!mood.isEmpty()) {
            s.append(", ").append(mood);
        }
        s.append(", lit from ").append(side(look.light()));
        return s.append(", in front of ").append(look.backdrop().words()).toString();
    }

    private static float value(Look look, String name) {
        int i = BuiltinHead.rig().expressionNames().indexOf(name);
        return i < look.expression().length ? look.expression()[i] : 0;
    }

    private static String mood(Look look) {
        if (value(look, "blinkLeft") > 0.75f && value(look, "blinkRight") > 0.75f) {
            return "eyes closed";
        }
        if (value(look, "smileLeft") + value(look, "smileRight") > 0.7f) {
            return "smiling";
        }
        if (look.jaw() > 0.16f) {
            return "mouth open";
        }
        if (value(look, "browFurrow") > 0.4f) {
            return "frowning";
        }
        return value(look, "frownLeft") + value(look, "frownRight") > 0.7f ? "looking sad" : "";
    }

    private static String side(float[] light) {
        float[] key = Lights.key(light);
        if (key[1] > 0.8f) {
            return "above";
        }
        if (key[0] < -0.35f) {
            return "the left";
        }
        return key[0] > 0.35f ? "the right" : "the front";
    }
}
