import { z } from 'zod';
import type { RegisterChoices, RegisterFigures } from '../../processes/registerViews';

const choice = z.object({ id: z.string(), title: z.string() });
const sum = z.object({ name: z.string(), count: z.int(), awarded: z.int(), paid: z.int() });

export const registerChoicesView: z.ZodType<RegisterChoices> = z.object({
  years: z.array(z.int()),
  programmes: z.array(choice),
  funds: z.array(z.string()),
  areas: z.array(z.string()),
  municipalities: z.array(z.string()),
  districts: z.array(choice),
  regions: z.array(choice),
  tilesUrl: z.string().nullable(),
  tilesBy: z.string().nullable(),
});

export const registerFiguresView: z.ZodType<RegisterFigures> = z.object({
  years: z.array(sum),
  areas: z.array(sum),
  places: z.array(
    sum.extend({ code: z.string(), district: z.string(), districtCode: z.string(), latitude: z.number(), longitude: z.number() }),
  ),
  districts: z.array(sum.extend({ code: z.string() })),
  unplaced: z.array(sum.extend({ why: z.enum(['ambiguous', 'unknown']) })),
});
