// The program's own words, so that as many bytes go out.
export const hello = `Hello, I'm RecoveryBot.
I'm a software coach for one gentle recovery routine. What I share is general information for adults, not medical advice, and I can't examine you or diagnose anything. Ask a health professional about your own situation, and don't delay care because of something I say. In an emergency, call your local emergency number.`;

export const agreement = `I lead you through five gentle poses around resting with your legs up a wall. Fifteen minutes are enough.
To pick the right hold for you I keep your answers, sealed. You can see or erase them at any time.`;

export const beforeCards = "First, eight short health cards. They take a minute, and no pose comes before them.";

export const cards = [
  "Right now, or in the last day: chest pain or tightness, trouble breathing, fainting, a sudden very bad headache, a sudden change in sight, new flashes, many new floaters, a shadow or curtain in your sight, weakness or numbness on one side, a drooping face, trouble speaking? One calf or leg newly swollen, sore, warm or discoloured? With back or leg pain: numb between the legs, new bladder or bowel trouble, both legs weak?",
  "Eyes: glaucoma or raised eye pressure, ever a torn or detached retina, an eye operation or injection in the last 3 months, gas or oil in the eye, diabetic eye disease, very strong short-sightedness, anything else that an eye doctor follows up?",
  "Heart and pressure: high blood pressure (also treated, or not known), a reading of 180/120 or more this week, any heart disease (failure, attack, angina, valve or rhythm trouble, pacemaker or defibrillator, defect, surgery), breathless lying flat, swollen ankles with breathlessness, ever a stroke, mini-stroke, brain bleed or aneurysm, very low blood pressure or often dizzy when you stand up, an unexplained faint in the last 12 months?",
  "Legs: a blood clot being treated or in the last 3 months, numb or reduced feeling in feet or legs, neuropathy, diabetes with foot problems, poor artery circulation, foot ulcers, leg or foot pain that gets worse when raised and better when hanging down?",
  "Pregnancy and birth: pregnant now, or gave birth in the last 6 weeks (12 after a caesarean)?",
  "Body and floor: an operation in the last 12 weeks, a cast, days in bed or a very long journey in the last 2 weeks with new leg discomfort, injury or trouble of back, neck, hip, hamstring or knee (fresh, severe, old or mild), sciatica, a hip replacement with bending limits, a fragile-bone fracture, or hard to get down to the floor and up again alone?",
  "Stomach, fluid, head, medicines: a hiatal hernia, reflux or heartburn; kidney, liver or lymph trouble with fluid, a skin infection or open sore on a leg, cancer treatment now; concussion in the last 4 weeks, a brain shunt or raised pressure in the head, vertigo or migraine set off by head position; medicines that lower blood pressure, drain water, thin the blood, or make you drowsy or dizzy?",
  "Age and anything else: under 18? 65 or over? Has any clinician told you not to lie flat or raise your legs, or is there anything else that worries you?",
];

export const justNow = `Thank you. Nothing there that needs a doctor's yes first.
And just now: a meal in the last 2 hours, alcohol, a fever, or feeling dried out?`;

export const howLong = "Good. How much time do you have today?";

export const plan = (now, minutes) => `Today's plan, ${minutes} minutes, done by about ${clock(now, minutes)}:
Standing forward bend 1 · Reclining bound angle 3 · Legs up the wall 5 · Side rest 1 · Easy pose 1 · Corpse pose 4
You need a bit of free wall and a pillow. Keep your phone within reach.
Straight from training? Walk about first, at least five minutes, until your breath is calm.`;

/** The poses that the dialogue reaches, each with its way in and its hold. */
export const poses = [
  {
    picture: "u",
    minutes: 1,
    wayIn: `Standing forward bend (Uttanasana), 1 minute
Feet hip-width, knees soft.
Slide your hips back as you breathe out.
Rest your hands on blocks, shins or a chair.`,
    hold: (now) => `Standing forward bend, until ${clock(now, 1)}, ${relative(now, 1)} (1 minute)
Bend your knees more if your back rounds.
Let your neck go loose.
Keep the stretch mild, no bouncing.`,
  },
  {
    picture: "s",
    minutes: 3,
    wayIn: `Hands to your thighs, knees bent.
Come up over four breaths, head last.
Stand still until your view is steady.
Next, on your back: Reclining bound angle (Supta Baddha Konasana), 3 minutes
Lie back, knees bent.
Soles together, knees out onto cushions.
Feet further away if it pulls.`,
    hold: (now) => `Reclining bound angle, until ${clock(now, 3)}, ${relative(now, 3)} (3 minutes)
Let the cushions carry your legs.
Breathe down into your belly.
Soften the pelvic floor.`,
  },
];

export const wayOut = `Hands under your thighs, lift the knees together.
Feet flat, two breaths.
Roll to one side.
That's fine, we stop here. Rest as long as you like; nothing is lost.`;

export const why = (hold) => `Your next hold is ${hold} minutes because:
· we start low, at 5 minutes (the article)
· easy days so far: 0 of the 3 for one minute more (our own rule)`;

export const stale = "That step is over.";

const unix = (now, minutes) => Math.floor(now / 1000) + 60 * minutes;

const clock = (now, minutes) => {
  const at = unix(now, minutes);
  return `<tg-time unix="${at}" format="t">${new Date(1000 * at).toISOString().slice(11, 16)} UTC</tg-time>`;
};

const relative = (now, minutes) =>
  `<tg-time unix="${unix(now, minutes)}" format="r">in ${minutes} minute${minutes === 1 ? "" : "s"}</tg-time>`;
