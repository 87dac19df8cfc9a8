import { useState } from 'react';
import type { Facet } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import style from './facets.module.css';
import { holds, type Territory, treeOf } from './territories.ts';
import { Value } from './value.tsx';

const SHOWN = 8;

interface PlaceTreeProps {
  /** Chains of places with their counts. */
  facet: Facet;
  chosen: readonly string[];
  toggle: (chain: string, on: boolean) => void;
}

/** Provinces, what lies in them, and what lies in that: opened where something is chosen, or where there is but one. */
export function PlaceTree({ facet, chosen, toggle }: PlaceTreeProps) {
  return <Level units={treeOf(facet)} chosen={chosen} toggle={toggle} />;
}

type LevelProps = Omit<PlaceTreeProps, 'facet'> & { units: readonly Territory[] };

function Level({ units, ...props }: LevelProps) {
  const { search } = useMessages();
  const [all, setAll] = useState(false);
  const isChosen = (unit: Territory): boolean => props.chosen.some((chain) => holds(unit, chain));
  const shown = all ? units : units.filter((unit, at) => at < SHOWN || isChosen(unit));
  const hidden = units.length - shown.length;
  return (
    <ul className={style.level}>
      {shown.map((unit) => (
        <Unit key={unit.chain} unit={unit} startsOpen={units.length === 1 || isChosen(unit)} {...props} />
      ))}
      {(hidden > 0 || all) && (
        <li>
          <button type="button" className={style.more} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? search.fewerValues : search.moreValues(hidden)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Unit({ unit, startsOpen, ...props }: Omit<LevelProps, 'units'> & { unit: Territory; startsOpen: boolean }) {
  const { search } = useMessages();
  const [open, setOpen] = useState<boolean | null>(null);
  const isOpen = open ?? startsOpen;
  return (
    <li>
      <div className={style.unit}>
        {unit.inside.length > 0 ? (
          <button
            type="button"
            className={style.opener}
            aria-expanded={isOpen}
            aria-label={search.inside(unit.name)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        ) : (
          <span className={style.opener} />
        )}
        <Value
          label={unit.name}
          count={unit.count}
          checked={props.chosen.includes(unit.chain)}
          onChange={(on) => props.toggle(unit.chain, on)}
        />
      </div>
      {isOpen && unit.inside.length > 0 && <Level units={unit.inside} {...props} />}
    </li>
  );
}
