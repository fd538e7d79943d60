/** What an element of WeChat's is in a browser: its template, and how an event of the browser becomes one of WeChat's. */
export interface BuiltIn {
  template: string
}

const onlyChildren: BuiltIn = { template: '<slot/>' }

/** WeChat's components that the build uses, as near as a browser comes to them. */
export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  view: onlyChildren,
  text: onlyChildren,
  button: onlyChildren,
  'scroll-view': onlyChildren,
  'root-portal': onlyChildren,
  label: onlyChildren,
  image: {
    template:
      '<img src="{{src}}" alt="{{ariaLabel}}" style="width:100%;height:100%;object-fit:{{mode===\'aspectFit\'?\'contain\':\'cover\'}}" />',
  },
  input: {
    template:
      '<input id="control" value="{{value}}" placeholder="{{placeholder}}" type="{{type===\'number\'?\'tel\':\'text\'}}" aria-label="{{ariaLabel}}" bind:input="onInput" bind:blur="onBlur" />',
  },
  textarea: {
    template:
      '<textarea id="control" value="{{value}}" placeholder="{{placeholder}}" aria-label="{{ariaLabel}}" bind:input="onInput" bind:blur="onBlur" />',
  },
  slider: {
    template:
      '<input id="control" type="range" value="{{value}}" aria-label="{{ariaLabel}}" bind:input="onChange" />',
  },
  picker: {
    template:
      '<slot/><select id="control" aria-label="{{ariaLabel}}" bind:change="onChange"><option wx:for="{{range}}" value="{{index}}">{{rangeKey ? item[rangeKey] : item}}</option></select>',
  },
  map: { template: '<span class="wx-map">WeChat 地图</span>' },
}
