export default definePageConfig({ navigationBarTitleText: '公开的反映', enablePullDownRefresh: true })
